// SPDX-License-Identifier: GPL-2.0
// Acts like a user of the page, and leaves the outcome in <pre id=results>.
const results = [];
const good = (name, is) => results.push((is ? "ok - " : "not ok - ") + "report: in a browser: " + name);
const table = (name) => document.getElementById("table-" + name);
const column = (name, head) => {
	const at = [...table(name).tHead.rows[0].cells].findIndex((c) => c.textContent === head);
	return [...table(name).tBodies[0].rows].filter((r) => !r.hidden).map((r) => r.cells[at].textContent);
};
const click = (name, head) =>
	[...table(name).tHead.rows[0].cells].find((c) => c.textContent === head).click();
const type = (name, text) => {
	const input = table(name).closest(".wrap").previousElementSibling.previousElementSibling;
	input.value = text;
	input.dispatchEvent(new Event("input"));
};
setTimeout(() => {
	try {
		if (document.body.dataset.hostile === undefined && table("interrupts")) {
			click("interrupts", "TOTAL");
			let totals = column("interrupts", "TOTAL").map(Number);
			good("a click sorts numbers upwards", totals.every((n, i) => !i || totals[i - 1] <= n) && totals.at(-1) === 4881);
			click("interrupts", "TOTAL");
			totals = column("interrupts", "TOTAL").map(Number);
			good("another one downwards", totals.every((n, i) => !i || totals[i - 1] >= n) && totals[0] === 4881);
			click("disks", "SIZE");
			good("sizes sort by what they are", column("disks", "SIZE").join() === "8356352,8M,16M,16M");
			click("iomem", "START");
			click("iomem", "START");
			good("addresses, too", column("iomem", "START")[0] === "0xfd00000000");
			click("interrupts", "IRQ");
			good("names with numbers in them", column("interrupts", "IRQ").slice(0, 5).join() === "0,1,4,8,9");
			type("interrupts", "NVME");
			good("a text filters", column("interrupts", "IRQ").join() === "25,26,27,28,29");
			type("interrupts", "");
			good("no text shows all again", column("interrupts", "IRQ").length === 40);
			type("devices", "wakeup");
			const link = [...document.querySelectorAll("#table-disks a")].find((a) => a.textContent === "pci:0000:00:1f.2");
			link.click();
			const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
			good("a device leads to its row", row && row.closest("table") === table("devices") && row.cells[0].textContent === "pci:0000:00:1f.2");
			setTimeout(() => {
				good("... also if that was filtered away", !row.hidden);
				done();
			}, 300);
			good("maps are drawn", document.querySelectorAll("svg").length === 3 && document.querySelector("svg rect").getBoundingClientRect().width > 100);
			good("the tree is there", document.querySelector("pre").textContent.includes("block:sda1"));
			good("colours follow the system", getComputedStyle(document.documentElement).colorScheme === "light dark");
			return;
		}
		done();
	} catch (error) {
		good("no error: " + error, false);
		done();
	}
}, 100);
const done = () => {
	const on = [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => a.name.startsWith("on")));
	good("nothing but the page's own script", document.scripts.length === 2 && !on.length && !document.querySelector("iframe, object, embed, img, link, base, form"));
	good("nothing ran", window.owned === undefined && document.title === "hwinsight");
	const pre = document.createElement("pre");
	pre.id = "results";
	pre.textContent = "RESULTS\n" + results.join("\n") + "\nEND";
	document.body.append(pre);
};
