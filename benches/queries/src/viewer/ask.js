const [typed] = arguments;
const box = document.querySelector("[role=combobox]");

/** Puts a text into the box, as pasting does, and presses Enter once the viewer has seen it. */
const put = async (text) => {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((seen) => setTimeout(seen));
  box.form.requestSubmit();
};

/** Waits until the page is as `isSuch` wants it. */
const until = (isSuch) =>
  new Promise((resolve) => {
    const check = () => {
      if (!isSuch()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
    check();
  });

const snippets = () => [...document.querySelectorAll("article.row .snippet")].slice(0, 10);

/** Whether the first ten articles show why they were found, or all if there are no more. */
const isAnswered = () => {
  if (!document.querySelector("h2.count span")?.textContent.includes(typed.trim())) return false;
  const shown = snippets();
  if (!shown.every((snippet) => snippet.textContent)) return false;
  return shown.length === 10 || (!isBusy() && shown.length === window.articlesFound());
};

const isBusy = () => document.querySelector(".results")?.ariaBusy === "true";

return (async () => {
  if (box.value) {
    await put("");
    await until(() => document.querySelector("article.row") && snippets().length === 0);
  }
  const start = performance.now();
  await put(typed);
  await until(isAnswered);
  return performance.now() - start;
})();
