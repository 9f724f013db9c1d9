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
/* Milliseconds without a key after which nothing is being composed any more. */
const PAUSE = 1_500;

const page = document.documentElement;
const texts = new Map(VIEWER.texts);
const language = languageOf([...texts.keys()]);
const said = new Map(VIEWER.said).get(language);
/* Fetched before the viewer asks for them, by their paths in the bundle. */
const files = (window.readingRoomFiles = new Map());
let isOpen = false;
let hasFailed = false;

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
  if (VIEWER.parts) import(new URL(VIEWER.parts, HOME)).then((parts) => parts.fetchEarly("search")).catch(() => {});
}

/* What the head names stays where it is when the address of the page changes. */
function stay() {
  if (!told("pages")) return;
  for (const link of document.querySelectorAll("link:is([rel~=icon], [rel=apple-touch-icon], [rel=manifest], [rel=alternate])")) {
    link.href = new URL(link.getAttribute("href"), document.baseURI);
  }
}

/* Waits for the end of a character that is being composed: it would be lost. Some keyboards compose whole words
   and never say that they have ended; after a pause the reader is taken to have. */
function composed() {
  if (!isComposing) return;
  return new Promise((done) => {
    let pause = setTimeout(done, PAUSE);
    addEventListener("compositionend", () => setTimeout(done), { once: true });
    addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(done, PAUSE);
    });
  });
}

let isComposing = false;
addEventListener("compositionstart", () => (isComposing = true));
addEventListener("compositionend", () => (isComposing = false));

/* What was typed before the viewer came. */
function typed() {
  return ROOT.querySelector(".search input")?.value.trim();
}

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
  const { hash } = location;
  const [, article, list = ""] = hash.match(/^#\/(article\/\d{4}-\d\d-\d\d\/[^/?.][^/?]*)(\?.*)?$/) ?? [];
  if (told("pages") !== "article" || !article) return;
  const address = new URL(`${article}/`, HOME);
  const answer = await fetch(address, { method: "HEAD" });
  const isStillWanted = !isOpen && location.hash === hash && !typed();
  if (answer.ok && isStillWanted) location.replace(`${address}${list && `#${list}`}`);
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
  if (isOpen && error instanceof WebAssembly.RuntimeError) say(said.stopped, "alert");
}

/* Says that the viewer does not come; but a browser may have kept a script that names what is gone by now. */
async function fail(error) {
  console.error(error);
  const answer = await fetch(import.meta.url, { cache: "reload" }).catch(() => undefined);
  if (answer?.ok && !(await answer.text()).includes(VIEWER.script)) return location.reload();
  hasFailed = true;
  say(said.failed, "alert");
}

/* Leads what is typed to the viewer: when it is there, or, from a page that does without it, to where it is. */
function search(event) {
  if (isOpen) return;
  event.preventDefault();
  if (isPlain) location.assign(addressOfSearch(typed()));
  else if (!hasFailed) page.toggleAttribute("data-elsewhere", true);
}

/* Lists, and articles of a day, are what they are: only a search leads from them to the viewer. */
const isPlain = told("root") && !ROOT?.querySelector(".first-article") && !location.hash.startsWith("#/");

ROOT?.addEventListener("submit", search);
if (ROOT && !isPlain) {
  page.dataset.opening = "";
  addEventListener("error", (event) => stop(event.error));
  addEventListener("unhandledrejection", (event) => stop(event.reason));
  ROOT.addEventListener("focusin", (event) => !isOpen && event.target.matches(".search input") && fetchForSearch());
  const late = setTimeout(() => isOpen || say(said.late, "status"), Math.max(0, LATE - performance.now()));
  goToPage().catch(() => {});
  open().catch((error) => {
    clearTimeout(late);
    return fail(error);
  });
}
