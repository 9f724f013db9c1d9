/*
 * <reading-room src="https://archive.example/">: the reading room of an archive, in any page.
 *
 * This file lies beside the index.html of a site and learns from it what the viewer is made of: its
 * styles, the names of its module and its WebAssembly, and the files of its texts. One viewer serves all
 * elements of a page.
 */

import { fetchModule } from "./gunzip.js";
import { languageOf } from "./language.js";

const HOME = new URL("./", import.meta.url);
/* What is said before the texts are there, by the tag of the language; `cargo xtask page` writes it. */
const TEXTS = {};
/* How far from the window an element begins to load, in pixels. */
const NEAR = "600px";

const OWN_STYLE = sheetOf(":host { display: block; } .holder { min-height: 20em; }");

let hashIsTaken = false;
/* How the browser's cache is used for texts: not at all once something has failed. */
let cache = "default";

/* The index.html of the site, and the viewer that it names. */
const loadPage = once(fetchPage);
const loadViewer = once(fetchViewer);
/* The file of each language that was wanted. */
const fetchedTexts = new Map();

/* Loads something once. What failed is forgotten, so that it can be tried again. */
function once(load) {
  let loaded;
  const get = () => {
    loaded ??= load().catch((error) => {
      get.forget();
      throw error;
    });
    return loaded;
  };
  get.forget = () => (loaded = undefined);
  return get;
}

/* After a failure everything is loaded again: a page that was read before may name what is gone by now, and
   texts of one version say nothing to a viewer of another. */
function forgetAll() {
  cache = "reload";
  loadPage.forget();
  loadViewer.forget();
  fetchedTexts.clear();
}

async function fetchPage() {
  /* As it is now. */
  return partsOf(await fetchText("index.html", { cache: "no-cache" }));
}

async function fetchViewer() {
  const { viewer, wasm, css } = await loadPage();
  const code = await import(new URL(viewer, HOME));
  await code.default({ module_or_path: fetchModule(new URL(wasm, HOME)) });
  return { code, style: ofElement(css) };
}

async function loadTexts(tag) {
  const file = (await loadPage()).texts.get(tag);
  if (!fetchedTexts.has(file)) fetchedTexts.set(file, once(() => fetchText(file, { cache })));
  return fetchedTexts.get(file)();
}

async function fetchText(name, options) {
  const address = new URL(name, HOME);
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/* What a page of a site names and holds. Its text is searched, because what parses it would apply its
   styles, too, and a strict policy of the page around forbids that. */
function partsOf(page) {
  const name = (attribute) => page.match(new RegExp(`${attribute}="([^"]*)"`))[1];
  const styles = Array.from(page.matchAll(/<style>([^]*?)<\/style>/g), ([, css]) => css);
  const texts = new Map(name("data-texts").split(" ").map((pair) => pair.split("=")));
  return { viewer: name("data-viewer"), wasm: name("data-wasm"), css: styles.join("\n"), texts };
}

/* The styles of a page as those of an element: `.root` is its root, and its width, not that of the
   window, decides what fits. */
function ofElement(css) {
  const sheet = sheetOf(css);
  const isAboutWidth = (rule) => rule instanceof CSSMediaRule && /width/.test(rule.conditionText);
  const inner = (rule) => Array.from(rule.cssRules, (inner) => inner.cssText).join("\n");
  const written = (rule) =>
    isAboutWidth(rule) ? `@container ${rule.conditionText} { ${inner(rule)} }` : rule.cssText;
  return sheetOf(Array.from(sheet.cssRules, written).join("\n").replaceAll(":root", ".root"));
}

/* Unlike a <style>, such a sheet is allowed by any Content-Security-Policy of the page. */
function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

class ReadingRoom extends HTMLElement {
  static observedAttributes = ["src", "category", "author", "query", "articles", "language", "height", "routing", "theme"];

  #holder;
  #root;
  #opened;
  #near;
  #colours;
  #hasHash = false;
  /* Counts what was begun, so that what comes too late is dropped. */
  #turn = 0;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    this.#colours = followColours(() => this.#colour());
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#begin(),
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#colours();
    this.#close();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#holder || before === after) return;
    if (name === "theme") return this.#colour();
    /* An element that is not on the page begins when it is. */
    if (this.#turn && this.isConnected) {
      this.#close();
      this.#begin();
    }
  }

  #build() {
    this.attachShadow({ mode: "open" });
    this.#holder = element("div", "holder");
    this.shadowRoot.adoptedStyleSheets = [OWN_STYLE];
    this.shadowRoot.append(this.#holder);
    this.#say(this.#texts().loading);
  }

  async #begin() {
    this.#near.disconnect();
    const turn = ++this.#turn;
    try {
      const [{ code, style }, texts] = await Promise.all([loadViewer(), loadTexts(this.#language())]);
      if (turn === this.#turn) this.#open(code, style, texts);
    } catch (error) {
      forgetAll();
      console.error("<reading-room>:", error);
      if (turn === this.#turn) this.#fail();
    }
  }

  #open(code, style, texts) {
    this.shadowRoot.adoptedStyleSheets = [OWN_STYLE, style];
    const height = this.getAttribute("height");
    this.#holder.style.height = /^\d+$/.test(height) ? `${height}px` : (height ?? "");
    this.#holder.classList.toggle("scrolls", height !== null);
    this.#root = element("div", "root embedded");
    this.#holder.replaceChildren(this.#root);
    this.#colour();
    const scroller = height === null ? undefined : this.#holder;
    this.#opened = code.openEmbed(this.#root, scroller, this.#options(), texts);
  }

  #close() {
    this.#turn += 1;
    this.#opened?.close();
    this.#opened = undefined;
    if (this.#hasHash) hashIsTaken = this.#hasHash = false;
  }

  #options() {
    const text = (name) => this.getAttribute(name)?.trim() || null;
    const articles = Number.parseInt(text("articles"), 10);
    return JSON.stringify({
      src: folder(new URL(text("src") ?? HOME, document.baseURI)),
      viewer: HOME.href,
      category: text("category"),
      author: text("author"),
      query: text("query"),
      articles: articles > 0 ? articles : null,
      routing: this.#routing(text("routing")),
    });
  }

  #language() {
    return languageOf(Object.keys(TEXTS), this.getAttribute("language")?.trim());
  }

  /* What can be said before the file of the language is there. */
  #texts() {
    return TEXTS[this.#language()];
  }

  /* A page has one address, so only one element can keep it. */
  #routing(wanted) {
    if (wanted !== "hash") return "none";
    if (hashIsTaken) {
      console.warn("<reading-room>: another element of this page has routing=hash; this one goes without.", this);
      return "none";
    }
    hashIsTaken = this.#hasHash = true;
    return "hash";
  }

  #colour() {
    if (!this.#root) return;
    const theme = this.getAttribute("theme");
    this.#root.dataset.theme = theme === "light" || theme === "dark" ? theme : coloursAround(this);
  }

  #say(text) {
    const message = element("p", "", text);
    message.setAttribute("role", "status");
    this.#holder.replaceChildren(message);
    return message;
  }

  /* Says above what is left of it that it does nothing any more. */
  stop() {
    if (!this.#opened || this.#root.querySelector(".crash")) return;
    const notice = element("div", "crash");
    notice.setAttribute("role", "alert");
    notice.append(element("p", "", this.#texts().stopped));
    this.#root.prepend(notice);
    /* Nothing in it can be called any more. */
    this.#opened = undefined;
  }

  #fail() {
    const { loading, failed, retry: again } = this.#texts();
    const retry = element("button", "", again);
    retry.type = "button";
    retry.addEventListener("click", () => {
      this.#say(loading);
      this.#begin();
    });
    this.#say(`${failed} `).append(retry);
  }
}

/* An exception in WebAssembly is the end of the viewer, in all elements, if it is the viewer's: the page around
   may have other modules. */
function stop(error) {
  const trap = globalThis.WebAssembly?.RuntimeError;
  if (!trap || !(error instanceof trap) || !error.stack?.includes(HOME.href)) return;
  forgetAll();
  for (const room of document.querySelectorAll("reading-room")) room.stop?.();
}

function element(name, className, text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/* The folder of a site, whether its address ends with a slash, index.html, or neither. */
function folder(address) {
  const path = address.pathname.replace(/index\.html$/, "");
  return new URL(path.endsWith("/") ? path : `${path}/`, address).href;
}

/* Light letters stand on something dark. This holds however the page makes itself dark. */
function coloursAround(element) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.fillStyle = getComputedStyle(element).color;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128 ? "dark" : "light";
}

/* Calls back when the colours around may have changed. Gives what ends that. */
function followColours(changed) {
  /* Transitions of colours take a while. */
  const soon = () => [0, 400].forEach((delay) => setTimeout(changed, delay));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", soon);
  const around = new MutationObserver(soon);
  for (const holder of [document.documentElement, document.body]) around.observe(holder, { attributes: true });
  return () => {
    dark.removeEventListener("change", soon);
    around.disconnect();
  };
}

addEventListener("error", (event) => stop(event.error));
addEventListener("unhandledrejection", (event) => stop(event.reason));
customElements.get("reading-room") ?? customElements.define("reading-room", ReadingRoom);
