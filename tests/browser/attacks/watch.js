// Runs before the page does, in every frame: writes down whatever an attack achieves.
(() => {
  const seen = [];
  /** What the viewer is in: the page, or the element of a page that embeds it. */
  const root = () => watch.root ?? document;
  const report = (what) => void (top.watch ?? window.watch).seen.push(what);
  const title = () => root().querySelector("article.article h1, h2.count")?.textContent ?? "";

  window.watch = { seen };
  for (const name of ["pwn", "alert", "confirm", "prompt", "print", "open", "pwned"]) {
    Object.defineProperty(window, name, { value: () => report(`${name}() was called`), writable: false });
  }
  /** An archive in another site's page is on the same host, at another port. */
  const isOwn = (address) => new URL(address?.url ?? address, location).hostname === location.hostname;
  const only = (owner, name, addressOf) => {
    const original = owner[name];
    owner[name] = function (...given) {
      if (!isOwn(addressOf(given))) report(`${name}() of ${addressOf(given)}`);
      return original.apply(this, given);
    };
  };
  only(window, "fetch", ([address]) => address);
  only(XMLHttpRequest.prototype, "open", ([, address]) => address);
  only(Navigator.prototype, "sendBeacon", ([address]) => address);
  for (const name of ["WebSocket", "EventSource", "Worker", "SharedWorker"]) {
    window[name] = class { constructor(address) { report(`new ${name}(${address})`); } };
  }
  document.addEventListener("securitypolicyviolation", (event) =>
    report(`against the policy: ${event.effectiveDirective} ${event.blockedURI}`));

  const natives = [
    [document, "getElementById", Function], [document, "querySelector", Function],
    [document, "querySelectorAll", Function], [document, "createElement", Function],
    [document, "body", HTMLBodyElement], [document, "head", HTMLHeadElement],
    [document, "documentElement", HTMLHtmlElement], [document, "forms", HTMLCollection],
    [document, "links", HTMLCollection], [document, "defaultView", Window], [document, "location", Location],
    [window, "location", Location], [window, "localStorage", Storage], [window, "history", History],
    [window, "navigator", Navigator], [window, "document", Document],
  ];
  const ELEMENTS = new Set(`a abbr acronym article b bdi bdo big blockquote br caption center cite code col
    colgroup data dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hgroup hr i img
    ins kbd li main mark ol p pre q rp rt rtc ruby s samp section small span strike strong sub summary sup
    table tbody td tfoot th thead time tr tt u ul var wbr header footer nav aside area map`.split(/\s+/));
  const ATTRIBUTES = new Set(`abbr align alt aria-label char charoff cite class color colspan data-article
    data-embed data-foreign data-media datetime decoding dir face headers height href hreflang id lang
    loading reversed role rowspan rel referrerpolicy scope size span src start summary tabindex target title
    type valign value width bgcolor cellpadding cellspacing border rules frame clear noshade nowrap vspace
    hspace hidden open shape coords usemap`.split(/\s+/));
  const CLASSES = new Set(`embed paragraph failed enlargeable current playing held-back held-back-alt
    held-back-label sign`.split(/\s+/));
  const SCHEMES = new Set(["http:", "https:", "mailto:", "ftp:", "tel:"]);

  /** What is wrong with the elements of a body. */
  function* faultsOfBody(body) {
    const box = body.getBoundingClientRect();
    for (const element of body.querySelectorAll("*")) {
      const name = element.localName;
      const isOurs = element.closest(".held-back") !== null;
      if (!isOurs && !ELEMENTS.has(name)) yield `<${name}> in the text`;
      for (const { name: attribute } of element.attributes) {
        const isSize = attribute === "style" && isOurs;
        if (!ATTRIBUTES.has(attribute) && !isSize) yield `${attribute} of <${name}> in the text`;
      }
      if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") yield `<${name}> of another namespace`;
      for (const one of element.classList) if (!CLASSES.has(one)) yield `the class ${one} in the text`;
      const style = getComputedStyle(element);
      if (["fixed", "sticky"].includes(style.position)) yield `<${name}> is ${style.position}`;
      if (style.position === "absolute") yield `<${name}> is absolute`;
      if (style.backgroundImage !== "none") yield `<${name}> has the background ${style.backgroundImage}`;
      const inner = element.getBoundingClientRect();
      const scrolls = element.parentElement.closest("table, pre") !== null;
      const isOut = inner.right > box.right + 1 || inner.left < box.left - 1 || inner.top < box.top - 1;
      if (inner.width > 0 && inner.height > 0 && !scrolls && isOut) yield `<${name}> is outside of the text`;
    }
    const ids = [...body.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of ids) {
      if (!id.startsWith("text-")) yield `the id ${id} in the text`;
      const all = [...root().querySelectorAll("[id]")].filter((element) => element.id === id);
      if (all.some((element) => !body.contains(element))) yield `the id ${id} is the viewer's too`;
    }
  }

  /** Which of the interface cannot be seen or clicked where it is. */
  function* coveredParts() {
    const skip = root().querySelector(".skip-link");
    skip?.focus({ preventScroll: true });
    for (const part of [...(skip ? [skip] : []), ...root().querySelectorAll(".header :is(a, button, input, select)")]) {
      const { left, top, width, height } = part.getBoundingClientRect();
      if (width === 0 || !part.checkVisibility({ visibilityProperty: true })) continue;
      const there = root().elementFromPoint(left + width / 2, top + height / 2);
      if (part !== skip && there === skip) continue;
      if (there !== part && !part.contains(there) && !there?.contains(part)) {
        yield `${part.className || part.localName} is covered by ${there?.outerHTML.slice(0, 80)}`;
      }
    }
    skip?.blur();
  }

  /** Names and titles whose change of direction goes on in what stands beside them. */
  function* directions() {
    const texts = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!/[\u202a-\u202e\u2066-\u2069]/.test(text.data) || text.parentElement.closest(".body, title")) continue;
      for (let element = text.parentElement; ; element = element.parentElement) {
        const { unicodeBidi, display } = getComputedStyle(element);
        if (display === "none" || /isolate|plaintext/.test(unicodeBidi)) break;
        if (display.startsWith("inline") || display === "contents") continue;
        if (element.textContent.trim() !== text.data.trim()) yield `the direction of ${element.outerHTML.slice(0, 120)}`;
        break;
      }
    }
  }

  /** Requests that went to another site, and are no picture's. */
  function* requests() {
    for (const { name, initiatorType } of performance.getEntriesByType("resource")) {
      if (!isOwn(name) && initiatorType !== "img") yield `a request of a ${initiatorType}: ${name}`;
    }
    performance.clearResourceTimings();
  }

  /** All that is wrong with the page as it is. */
  function* faults() {
    for (const [owner, name, type] of natives) {
      if (!(owner[name] instanceof type)) yield `${name} is taken`;
    }
    const content = root().getElementById("content");
    if (content?.localName !== (watch.root ? "div" : "main")) yield "the content is another";
    const viewer = document.getElementById("reading-room");
    if (watch.root ? viewer !== null : viewer?.parentNode !== document.body) yield "the viewer is another";
    if (root().querySelector("base, frameset, portal, iframe, object, embed, meta[http-equiv=refresh]")) {
      yield "an element that no page of ours has";
    }
    if (document.querySelectorAll("head style, head link[rel=stylesheet]").length !== watch.sheets) {
      yield "another style sheet";
    }
    if ([...root().querySelectorAll("form")].some((form) => form.closest(".body") || form.action !== location.href)) {
      yield "another form";
    }
    if (root().querySelector("dialog[open], :popover-open")) yield "something is open";
    if (root().activeElement?.closest(".body")) yield "the focus is in the text";
    if (!document.title || document.title === "taken") yield `the title is ${document.title}`;
    for (const link of root().querySelectorAll("a[href], area[href]")) {
      if (!SCHEMES.has(link.protocol)) yield `a link with ${link.protocol}`;
      if (link.ping) yield "a link that tells of itself";
    }
    if (!location.hash.startsWith("#/")) yield `the page is at ${location.hash}`;
    for (const body of root().querySelectorAll(".body")) yield* faultsOfBody(body);
    yield* coveredParts();
    yield* requests();
    yield* directions();
  }

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  // A browser without a screen may draw nothing for a while.
  const frame = () => Promise.race([new Promise(requestAnimationFrame), pause(50)]);

  /** Goes to a place of the viewer, waits until `shown` finds `text`, and says what is wrong there. */
  watch.visit = async (hash, shown, text) => {
    watch.sheets ??= document.querySelectorAll("head style, head link[rel=stylesheet]").length;
    seen.length = 0;
    location.hash = hash;
    const start = performance.now();
    const isThere = () => [...root().querySelectorAll(shown)].some((e) => e.textContent.includes(text));
    while (!isThere()) {
      if (performance.now() - start > 5000) return [`${text} is not shown: ${title()}`, ...seen];
      await frame();
    }
    return watch.harm();
  };

  /** Waits until all pictures that are being fetched are there or have failed, which sets things off. */
  const pictures = async () => {
    const start = performance.now();
    const isComing = (picture) => picture.loading !== "lazy" && !picture.complete;
    while ([...root().querySelectorAll("img")].some(isComing) && performance.now() - start < 5000) await pause(10);
  };

  /** What is wrong, once what an attack set off has had its time. */
  watch.harm = async () => {
    await frame();
    await pictures();
    await pause(20);
    const found = [...faults()];
    await frame();
    return [...new Set([...seen, ...found])];
  };

  /** Scrolls through the list of all articles: what is wrong on the way, and how many there were. */
  watch.list = async () => {
    const [rows, found] = [new Set(), new Set()];
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await pause(50);
      root().querySelectorAll("article.row .title").forEach((title) => rows.add(title.href));
      (await watch.harm()).forEach((harm) => found.add(harm));
    }
    return [rows.size, [...found]];
  };

  /** Puts HTML into an article as it is, and says what is wrong then. */
  watch.unsanitised = async (html) => {
    seen.length = 0;
    const body = root().querySelector(".body");
    // Unlike `innerHTML`, this also runs scripts.
    body.replaceChildren(document.createRange().createContextualFragment(html));
    // What stands in a frame acts when the frame has loaded.
    const frames = [...body.querySelectorAll("iframe")];
    const loaded = frames.map((frame) => new Promise((done) => frame.addEventListener("load", done)));
    await Promise.race([Promise.all(loaded), pause(5000)]);
    const found = await watch.harm();
    body.replaceChildren();
    return found;
  };
})();
