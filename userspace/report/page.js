"use strict";
// Sorts a table when a column's name is clicked, and filters it by text.
const units = "KMGTPE";
const value = (type, text) => {
	if (text === "-" || text === "*" || text === "")
		return null;
	if (type === "x")
		return /^0x[0-9a-f]+$/.test(text) ? BigInt(text) : null;
	if (type === "z") {
		const at = units.indexOf(text.slice(-1));
		return at < 0 ? Number(text) : Number(text.slice(0, -1)) * 1024 ** (at + 1);
	}
	return "uid".includes(type) ? Number(text) : text;
};
const order = new Intl.Collator("en", { numeric: true });
const compare = (a, b) => {
	if (a === null || b === null)
		return (a === null) - (b === null);
	return typeof a === "string" ? order.compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
};
const sort = (table, head) => {
	const down = head.getAttribute("aria-sort") === "ascending";
	const body = table.tBodies[0], at = head.cellIndex, type = head.dataset.type;
	const rows = [...body.rows].map((row) => [value(type, row.cells[at].textContent), row]);
	rows.sort(([a], [b]) => a === null || b === null || !down ? compare(a, b) : compare(b, a));
	for (const other of table.tHead.rows[0].cells)
		other.removeAttribute("aria-sort");
	head.setAttribute("aria-sort", down ? "descending" : "ascending");
	body.append(...rows.map(([, row]) => row));
};
const filter = (table, text, left) => {
	const wanted = text.toLowerCase();
	let shown = 0;
	for (const row of table.tBodies[0].rows) {
		row.hidden = !row.textContent.toLowerCase().includes(wanted);
		shown += !row.hidden;
	}
	left.textContent = wanted ? `${shown} of ${table.tBodies[0].rows.length} rows` : "";
};
for (const table of document.querySelectorAll("table")) {
	for (const head of table.tHead.rows[0].cells)
		head.addEventListener("click", () => sort(table, head));
	const input = document.createElement("input"), left = document.createElement("span");
	input.type = "search";
	input.placeholder = "only rows with ...";
	input.setAttribute("aria-label", "Filter " + table.id);
	left.className = "left";
	input.addEventListener("input", () => filter(table, input.value, left));
	table.parentNode.before(input, left);
}
// When a link from another table leads to a device, make sure it is visible.
addEventListener("hashchange", () => {
	const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
	if (row && row.hidden) {
		const input = row.closest(".wrap").previousElementSibling.previousElementSibling;
		input.value = "";
		input.dispatchEvent(new Event("input"));
		row.scrollIntoView({ block: "center" });
	}
});
