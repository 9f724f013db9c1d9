/*
 * Opens the viewer in a page of its site. What stands in the page can be read meanwhile, and typing may begin.
 *
 * Every page of a site loads this file by its name, so that a page need not be written again when the viewer
 * changes; the files that it names have hashes in their names.
 */

import { fetchModule } from "./gunzip.js";
import { languageOf } from "./language.js";

const HOME = new URL("./", import.meta.url);
/* What the viewer is made of, and what is said as long as it is not there; `cargo xtask page` writes it. */
const VIEWER = {};
/* The element that the viewer takes the place of. */
const ROOT = document.getElementById("reading-room");
/* Milliseconds after which a page says that the viewer has not come. */
const LATE = 8_000;

const page = document.documentElement;
const texts = new Map(VIEWER.texts);
const language = languageOf([...texts.keys()]);
const said = new Map(VIEWER.said).get(language);
/* Fetched before the viewer asks for them, by their paths in the bundle. */
const files = (window.readingRoomFiles = new Map());
let isOpen = false;

/* What the page says to the viewer. */
function told(name) {
  return document.querySelector(`meta[name="reading-room-${name}"]`)?.content ?? "";
}

async function open() {
  fetchEarly("manifest.json", { cache: "no-cache" });
  if (/[?&]q=/.test(location.hash)) fetchForSearch();
  const [code, words] = await Promise.all([loadCode(), loadTexts(), loadStyle()]);
  await composed();
  stay();
  const giveFocus = takeTyped();
  isOpen = true;
  document.querySelector(".late")?.remove();
  code.openPage(words);
  setTimeout(giveFocus);
}

async function loadCode() {
  const module = fetchModule(new URL(VIEWER.module, HOME));
  /* It is waited for below; until then nobody hears of its failure. */
  module.catch(() => {});
  const code = await import(new URL(VIEWER.script, HOME));
  await code.default({ module_or_path: module });
  return code;
}

async function loadTexts() {
  const address = new URL(texts.get(language), HOME);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/* The page of the newest articles has all styles in it, the others have those that they need themselves. */
function loadStyle() {
  if (!told("root")) return;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(VIEWER.style, HOME) });
  return new Promise((loaded, failed) => {
    sheet.onload = loaded;
    sheet.onerror = () => failed(new Error(`${sheet.href} did not load`));
    document.head.append(sheet);
  });
}

function fetchEarly(path, options) {
  if (files.has(path)) return;
  const answer = fetch(new URL(told("bundle") + path, HOME), options);
  /* Who takes it hears of its failure. */
  answer.catch(() => {});
  files.set(path, answer);
}

/* What any search needs, whatever was typed. */
function fetchForSearch() {
  for (const path of told("search").split(" ").filter(Boolean)) fetchEarly(path);
  /* It is there once the first module is; before, only its bytes come. */
  if (VIEWER.parts) import(new URL(VIEWER.parts, HOME)).then((parts) => parts.fetchEarly("search"), () => {});
}

/* What the head names stays where it is when the address of the page changes. */
function stay() {
  if (!told("pages")) return;
  for (const link of document.querySelectorAll("link:is([rel~=icon], [rel=apple-touch-icon], [rel=manifest], [rel=alternate])")) {
    link.href = new URL(link.getAttribute("href"), document.baseURI);
  }
}

/* Waits for the end of a character that is being composed: it would be lost. */
function composed() {
  return isComposing ? new Promise((done) => addEventListener("compositionend", () => setTimeout(done), { once: true })) : undefined;
}

let isComposing = false;
addEventListener("compositionstart", () => (isComposing = true));
addEventListener("compositionend", () => (isComposing = false));

function addressOfSearch(typed) {
  return new URL(`#/?${new URLSearchParams({ q: typed })}`, HOME);
}

/* Makes a search of what was typed before the viewer came. Gives what puts the reader back into the box. */
function takeTyped() {
  const input = ROOT.querySelector(".search input");
  if (!input) return () => {};
  const { value, selectionStart, selectionEnd } = input;
  const hadFocus = document.activeElement === input;
  if (value.trim()) {
    history.pushState(null, "", addressOfSearch(value));
    page.toggleAttribute("data-elsewhere", true);
  }
  return () => {
    const box = hadFocus && ROOT.querySelector(".search input");
    if (!box) return;
    box.focus();
    box.setSelectionRange(selectionStart, selectionEnd);
  };
}

/* An address from before articles had pages: the page is there sooner than the viewer. */
async function goToPage() {
  const [, article, list = ""] = location.hash.match(/^#\/(article\/[^/?]+\/[^/?]+)(\?.*)?$/) ?? [];
  if (told("pages") !== "article" || !article) return;
  const address = new URL(`${article}/`, HOME);
  const answer = await fetch(address);
  if (answer.ok && !isOpen) location.replace(`${address}${list && `#${list}`}`);
}

/* Says something at the foot of the window, where it moves nothing. */
function say(text, role) {
  const paragraph = Object.assign(document.createElement("p"), { textContent: text });
  const notice = Object.assign(document.createElement("div"), { className: "late", lang: language });
  notice.setAttribute("role", role);
  notice.append(paragraph, retry());
  if (told("pages")) notice.append(Object.assign(document.createElement("a"), { href: new URL("lists/", HOME), textContent: said.lists }));
  document.querySelector(".late")?.remove();
  document.body.append(notice);
  /* What can be read without the viewer. */
  page.removeAttribute("data-elsewhere");
}

function retry() {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "retry", textContent: said.retry });
  button.addEventListener("click", async () => {
    /* A browser may have kept a page or a script that names what is gone by now. */
    const again = [import.meta.url, location.href].map((address) => fetch(address, { cache: "reload" }));
    await Promise.allSettled(again);
    location.reload();
  });
  return button;
}

/* An exception in WebAssembly is the end of the viewer. */
function stop(error) {
  if (error instanceof WebAssembly.RuntimeError && isOpen && !document.querySelector(".crash")) say(said.stopped, "alert");
}

/* A plain list is what it is: only a search leads from it to the viewer. */
function searchFromHere() {
  ROOT.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(addressOfSearch(event.target.querySelector("input").value));
  });
}

if (ROOT && told("root") && !ROOT.querySelector(".first-article") && !location.hash) {
  searchFromHere();
} else if (ROOT) {
  page.dataset.opening = "";
  addEventListener("error", (event) => stop(event.error));
  addEventListener("unhandledrejection", (event) => stop(event.reason));
  ROOT.addEventListener("focusin", (event) => !isOpen && event.target.matches(".search input") && fetchForSearch());
  /* What was typed is searched for when the viewer is there. */
  ROOT.addEventListener("submit", (event) => {
    if (isOpen) return;
    event.preventDefault();
    page.toggleAttribute("data-elsewhere", true);
  });
  const late = setTimeout(() => isOpen || say(said.late, "status"), Math.max(0, LATE - performance.now()));
  goToPage().catch(() => {});
  open().catch((error) => {
    clearTimeout(late);
    console.error(error);
    say(said.failed, "alert");
  });
}
