/* The search of the manual. A plain script with a plain index: the pages work from a folder, without a server. */
(function () {
  "use strict";

  const MOST = 60;
  /** Less than this share of a query's pairs of characters is chance. */
  const ALIKE = 0.6;

  /** Full-width and half-width, upper and lower case are alike. */
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  const isHan = (text) => /^\p{Script=Han}+$/u.test(text);

  /**
   * The entries that hold every word of the query, best first; where none does, those that hold most of its pairs of
   * Chinese characters, so that words in another order are found. A row of the index: path, title, title of its page, text.
   */
  function find(index, query) {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const rows = index.map((row) => ({ row, title: folded(row[1]), text: folded(row[1] + " " + row[3]) }));
    const exact = rows.filter(({ text }) => words.every((word) => text.includes(word)));
    const scored = (exact.length > 0 ? exact : alike(rows, words)).map((found) => ({
      ...found,
      score: found.share || score(found, words),
    }));
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ row: [path, title, page, text] }) => ({ path, title, page, excerpt: excerpt(text, words) }));
  }

  function score({ row, title, text }, words) {
    return words.reduce((sum, word) => {
      const named = title === word ? 1000 : title.startsWith(word) ? 400 : title.includes(word) ? 200 : 0;
      // A page counts for more than a section of one; often is better, but not much.
      const whole = named > 0 && row[2] === "" ? 100 : 0;
      return sum + named + whole + Math.min(3, text.split(word).length - 1);
    }, 0);
  }

  function alike(rows, words) {
    const pairs = words.flatMap((word) => Array.from(word.slice(1), (c, i) => word[i] + c)).filter(isHan);
    if (pairs.length < 2) return [];
    return rows.flatMap((found) => {
      const share = pairs.filter((pair) => found.text.includes(pair)).length / pairs.length;
      return share >= ALIKE ? [{ ...found, share }] : [];
    });
  }

  /** The text around the first of the words, as runs that are marked or not. */
  function excerpt(text, words) {
    // Folding may change a text's length: places are looked for in a text that it leaves alone.
    const plain = folded(text).length === text.length ? folded(text) : text;
    const places = words.map((word) => plain.indexOf(word)).filter((at) => at >= 0);
    const first = places.length === 0 ? 0 : Math.min(...places);
    const from = Math.max(0, first - 30);
    const to = Math.min(text.length, from + 110);
    const runs = [];
    let at = from;
    while (at < to) {
      const next = words
        .map((word) => ({ at: plain.indexOf(word, at), length: word.length }))
        .filter((hit) => hit.at >= 0 && hit.at < to)
        .sort((a, b) => a.at - b.at || b.length - a.length)[0];
      if (next === undefined) break;
      runs.push({ text: text.slice(at, next.at), marked: false });
      runs.push({ text: text.slice(next.at, next.at + next.length), marked: true });
      at = next.at + next.length;
    }
    runs.push({ text: text.slice(at, Math.max(at, to)), marked: false });
    if (from > 0) runs.unshift({ text: "…", marked: false });
    if (to < text.length) runs.push({ text: "…", marked: false });
    return runs.filter((run) => run.text !== "");
  }

  window.hengSearch = { find };
  if (typeof document === "undefined") return;

  const { root } = document.currentScript.dataset;
  const input = document.querySelector("input[type=search]");
  const main = document.querySelector("main");
  const page = Array.from(main.childNodes);
  const here = location.href.replace(/[?#].*/, "");
  let composing = false;

  /** Calls back with the index, which is read when it is first asked for. */
  function withIndex(then) {
    if (window.hengSearchIndex) return then(window.hengSearchIndex);
    const script = document.createElement("script");
    script.src = root + "search-index.js";
    script.onload = () => then(window.hengSearchIndex);
    document.head.append(script);
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function show() {
    const query = input.value.trim();
    // The way back from a result leads to the results.
    history.replaceState(null, "", query === "" ? here : here + "?q=" + encodeURIComponent(query));
    if (query === "") return main.replaceChildren(...page);
    withIndex((index) => {
      if (input.value.trim() !== query) return;
      const found = find(index, query);
      const count =
        found.length === 0
          ? "没有找到"
          : "找到 " + found.length + (found.length === MOST ? " 处以上" : " 处");
      const status = element("p", "", "“" + query + "”：" + count);
      status.setAttribute("role", "status");
      const items = found.map((hit) => {
        const runs = hit.excerpt.map(({ text, marked }) => (marked ? element("mark", "", text) : text));
        const link = element("a", "", element("strong", "", hit.title));
        if (hit.page) link.append(" ", element("span", "where", hit.page));
        link.append(element("span", "excerpt", ...runs));
        link.href = root + hit.path;
        return element("li", "", link);
      });
      main.replaceChildren(element("h1", "", "查找"), status, element("ol", "results", ...items));
    });
  }

  /** The links of the results, with the box before them. */
  const stops = () => [input, ...main.querySelectorAll(".results a")];

  input.addEventListener("compositionstart", () => (composing = true));
  input.addEventListener("compositionend", () => {
    composing = false;
    show();
  });
  input.addEventListener("input", () => composing || show());
  document.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = stops()[1];
    if (first && !composing) first.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const all = stops();
    const at = all.indexOf(document.activeElement);
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === "Escape" && at >= 0) {
      input.value = "";
      show();
      input.blur();
    } else if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    show();
  }
})();
