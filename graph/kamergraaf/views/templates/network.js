"use strict";
// The page works without this: every article is in the list.  All text is moved as DOM nodes, never as HTML.
(function () {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const $ = (id) => document.getElementById(id);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const root = document.documentElement;
  root.classList.add("js");
  $("tools").hidden = false;
  $("drawing").hidden = false;

  const fit = () =>
    root.style.setProperty("--head", document.querySelector("header").offsetHeight + "px");
  fit();
  window.addEventListener("resize", fit);

  const nodes = new vis.DataSet(read("nodes"));
  const edges = new vis.DataSet(read("edges").map((edge, i) => ({ id: i, ...edge })));
  const quiet = new Set(edges.get({ filter: (edge) => edge.hidden }).map((edge) => edge.id));
  const articles = new Map(all("#list article").map((article) => [article.id, article]));
  const text = new Map([...articles].map(([id, each]) => [id, plain(told(each))]));
  const network = new vis.Network($("mynetwork"), { nodes, edges }, read("options"));
  window.kamergraaf = { network, choose };
  let chosen = null;
  let before = null;
  let matched = [];

  function plain(words) {
    return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // What is the same in every article, as «Bewindspersonen (4)», is not searched.
  function told(article) {
    const copy = article.cloneNode(true);
    for (const title of copy.querySelectorAll("dt, h4, .kind")) title.replaceWith(" ");
    return copy.textContent;
  }

  // A part of a word is enough, as Dutch words are long; a number is meant whole: 16 is not 2016.
  const holds = (words, word) =>
    /^\d+$/.test(word) ? new RegExp("(?<!\\d)" + word + "(?!\\d)").test(words) : words.includes(word);

  // A page inside another one, as in a notebook, has no address of its own.
  const remember = (address) => {
    if (location.protocol !== "about:") history.replaceState(null, "", address);
  };

  const named = (article, words) =>
    words.every((word) => holds(plain(article.querySelector("h3 a").textContent), word));

  function choose(id, move) {
    const article = articles.get(id);
    if (!article) return;
    if (!chosen) before = document.activeElement;
    chosen = id;
    const copy = article.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    $("chosen").replaceChildren(copy);
    $("panel").hidden = false;
    $("panel").scrollTop = 0;
    remember("#" + id);
    const beside = edges.get({ filter: (edge) => edge.from === id || edge.to === id });
    const shown = new Set(beside.map((edge) => edge.id));
    edges.update([...quiet].map((each) => ({ id: each, hidden: !shown.has(each) })));
    network.selectNodes([id], true);
    if (move) {
      network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
      $("panel").focus();
    }
  }

  function close() {
    if (!chosen) return;
    chosen = null;
    $("panel").hidden = true;
    edges.update([...quiet].map((id) => ({ id, hidden: true })));
    network.unselectAll();
    remember(location.pathname + location.search);
    if (before && before.isConnected) before.focus();
  }

  // A hub is shown when it fits itself, or when a commitment beside it is shown.
  function filter() {
    const words = plain($("search").value).split(/\s+/).filter(Boolean);
    const mission = $("mission").value;
    const status = $("status").value;
    const kinds = new Set(all("#legend input:checked").map((box) => box.value));
    const narrowed = words.length || mission || status;
    const fits = (id) => words.every((word) => holds(text.get(id), word));
    const shown = new Set();
    for (const [id, article] of articles) {
      const own = article.dataset.kind === "commitment";
      if (own && status && article.dataset.status !== status) continue;
      if (own && mission && !article.dataset.missions.split(" ").includes(mission)) continue;
      if (own && fits(id)) shown.add(id);
      if (!own && !narrowed) shown.add(id);
      if (!own && words.length && !mission && !status && named(article, words)) shown.add(id);
    }
    matched = [...shown];
    if (narrowed) {
      edges.forEach((edge) => {
        if (edge.kind === "bundle") return;
        if (shown.has(edge.from) && articles.get(edge.from).dataset.kind === "commitment") shown.add(edge.to);
      });
    }
    for (const id of shown) if (!kinds.has(articles.get(id).dataset.kind)) shown.delete(id);
    nodes.update(nodes.map((node) => ({ id: node.id, hidden: !shown.has(node.id) })));
    for (const [id, article] of articles) article.hidden = !shown.has(id);
    for (const group of all("#list .group")) {
      group.hidden = !group.querySelector("article:not([hidden])");
    }
    const found = [...shown].filter((id) => articles.get(id).dataset.kind === "commitment").length;
    $("matches").textContent = narrowed ? found + " van de toezeggingen en bijdragen" : "";
  }

  network.on("click", (event) => (event.nodes.length ? choose(event.nodes[0], false) : close()));
  network.on("hoverNode", () => ($("mynetwork").style.cursor = "pointer"));
  network.on("blurNode", () => ($("mynetwork").style.cursor = ""));
  $("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    choose(decodeURIComponent(link.getAttribute("href").slice(1)), true);
  });
  let wait = 0;
  $("search").addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(filter, 120);
  });
  $("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    clearTimeout(wait);
    filter();
    if (matched.length) choose(matched[0], true);
  });
  $("mission").addEventListener("change", filter);
  $("status").addEventListener("change", filter);
  $("legend").addEventListener("change", filter);
  $("reset").addEventListener("click", () => {
    $("search").value = $("mission").value = $("status").value = "";
    for (const box of all("#legend input")) box.checked = true;
    close();
    filter();
    network.fit();
  });
  network.once("afterDrawing", () => {
    network.fit();
    const wanted = decodeURIComponent(location.hash.slice(1)) || document.body.dataset.focus;
    if (wanted) choose(wanted, false);
    root.dataset.ready = "yes";
  });
})();
