const [typed] = arguments;
const list = document.querySelector("ol");
list.replaceChildren();

return (async () => {
  const start = performance.now();
  const { results } = await window.engine.search(typed);
  const searched = performance.now() - start;
  window.searchMilliseconds = () => searched;
  const first = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  for (const { meta, excerpt } of first) {
    const item = document.createElement("li");
    item.innerHTML = `<h3>${meta.title}</h3><p>${excerpt}</p>`;
    list.append(item);
  }
  window.articlesFound = () => results.length;
  return performance.now() - start;
})();
