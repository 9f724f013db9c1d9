// The first ten articles alone are measured, which follow the space above them; those below, the viewer
// would load ahead.
const style = new CSSStyleSheet();
style.replaceSync(".list > div:nth-child(n + 12), .more { display: none }");
document.adoptedStyleSheets.push(style);

/** How many articles the page says there are. */
window.articlesFound = () =>
  Number(document.querySelector("h2.count strong").textContent.replace(/\D/g, ""));

/** How long the search took that the page shows, as it says itself. */
window.searchMilliseconds = () =>
  Number(document.querySelector("small.cost").textContent.match(/[\d,]+/)[0].replace(/\D/g, ""));
