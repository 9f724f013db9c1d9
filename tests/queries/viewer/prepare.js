// The first ten articles alone are measured; those below, the viewer would load ahead.
const style = document.createElement("style");
style.textContent = ".list > div:nth-child(n + 2), .more { display: none }";
document.head.append(style);
