const [typed] = arguments;
const box = document.querySelector("[role=combobox]");

/** Puts a text into the box, as pasting does, and presses Enter once the viewer has seen it. */
const put = async (text) => {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((seen) => setTimeout(seen));
  box.form.requestSubmit();
};

/** Waits until the page is such that `look` finds something. */
const until = (look) =>
  new Promise((resolve) => {
    const check = () => {
      const found = look();
      if (found === undefined) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(check);
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    check();
  });

const excerpts = () => [...document.querySelectorAll("article.row .excerpt")].slice(0, 10);

/** How many articles there are, once the first ten of them show why they were found. */
const articlesShown = () => {
  const said = document.querySelector("h2.count span");
  if (!said?.textContent.includes(typed.trim())) return undefined;
  const articles = Number(document.querySelector("h2.count strong").textContent.replace(/\D/g, ""));
  const shown = excerpts();
  const isWhole = shown.length === Math.min(10, articles) && shown.every((excerpt) => excerpt.textContent);
  return isWhole ? articles : undefined;
};

return (async () => {
  if (box.value) {
    await put("");
    await until(() => (document.querySelector("article.row") && !excerpts().length ? true : undefined));
  }
  const start = performance.now();
  await put(typed);
  const articles = await until(articlesShown);
  return { articles, milliseconds: performance.now() - start };
})();
