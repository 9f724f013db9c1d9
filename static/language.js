/*
 * The language of the interface, before there is any code that knows languages.
 */

/* The first language that is wanted and that there is: what the reader has chosen before, what the page asks
   for, what the browser does; else the last of `tags`. Of a tag such as zh-Hant-HK, the longest part counts that
   there is. */
export function languageOf(tags, asked) {
  const known = (tag) => {
    for (let part = tag?.toLowerCase(); part; part = part.replace(/-?[^-]*$/, "")) {
      const found = tags.find((tag) => tag.toLowerCase() === part);
      if (found) return found;
    }
  };
  return [stored("reading-room.language"), asked, ...navigator.languages].map(known).find(Boolean) ?? tags.at(-1);
}

function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
