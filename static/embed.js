/*
 * <reading-room src="https://archive.example/">: the reading room of an archive, in any page.
 *
 * This file lies beside the index.html of a site and learns from it what the viewer is made of: its
 * styles, and the names of its module and its WebAssembly. One viewer serves all elements of a page.
 */

const HOME = new URL("./", import.meta.url);
const WORDS = {
  loading: "正在打开阅览室…… Opening the reading room…",
  failed: "阅览室打不开。 The reading room could not be opened. ",
  retry: "重试 Try again",
};
/* How far from the window an element begins to load, in pixels. */
const NEAR = "600px";

const OWN_STYLE = sheetOf(":host { display: block; } .holder { min-height: 20em; }");

let viewer;
let hashIsTaken = false;

/* The viewer, fetched once; what failed is forgotten, so that it can be tried again. */
function loadViewer() {
  viewer ??= fetchViewer().catch((error) => {
    viewer = undefined;
    throw error;
  });
  return viewer;
}

async function fetchViewer() {
  const address = new URL("index.html", HOME);
  /* As it is now: what an older one names may be gone. */
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const { viewer, wasm, css } = partsOf(await answer.text());
  const code = await import(new URL(viewer, HOME));
  await code.default({ module_or_path: new URL(wasm, HOME) });
  return { code, style: ofElement(css) };
}

/* What a page of a site names and holds. Its text is searched, because what parses it would apply its
   styles, too, and a strict policy of the page around forbids that. */
function partsOf(page) {
  const name = (attribute) => page.match(new RegExp(`${attribute}="([^"]*)"`))[1];
  const styles = Array.from(page.matchAll(/<style>([^]*?)<\/style>/g), ([, css]) => css);
  return { viewer: name("data-viewer"), wasm: name("data-wasm"), css: styles.join("\n") };
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
    this.#say(WORDS.loading);
  }

  async #begin() {
    this.#near.disconnect();
    const turn = ++this.#turn;
    try {
      const { code, style } = await loadViewer();
      if (turn === this.#turn) this.#open(code, style);
    } catch (error) {
      console.error("<reading-room>:", error);
      if (turn === this.#turn) this.#fail();
    }
  }

  #open(code, style) {
    this.shadowRoot.adoptedStyleSheets = [OWN_STYLE, style];
    const height = this.getAttribute("height");
    this.#holder.style.height = /^\d+$/.test(height) ? `${height}px` : (height ?? "");
    this.#holder.classList.toggle("scrolls", height !== null);
    this.#root = element("div", "root embedded");
    this.#holder.replaceChildren(this.#root);
    this.#colour();
    this.#opened = code.openEmbed(this.#root, height === null ? undefined : this.#holder, this.#options());
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
      language: text("language"),
      routing: this.#routing(text("routing")),
    });
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

  #fail() {
    const retry = element("button", "", WORDS.retry);
    retry.type = "button";
    retry.addEventListener("click", () => {
      this.#say(WORDS.loading);
      this.#begin();
    });
    this.#say(WORDS.failed).append(retry);
  }
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

customElements.get("reading-room") ?? customElements.define("reading-room", ReadingRoom);
