/* The dashboard: its pages by their addresses. */
import {start} from "./router.js";
import {runsPage} from "./runs.js";
import {newPage} from "./new.js";
import {runPage} from "./run.js";
import {comparePage} from "./compare.js";
import {modelPage, modelsPage} from "./models.js";
import {aboutPage} from "./about.js";

start([
  [/^\/$/, runsPage],
  [/^\/new$/, newPage],
  [/^\/runs\/([^/]+)$/, runPage],
  [/^\/compare$/, comparePage],
  [/^\/models$/, modelsPage],
  [/^\/models\/([^/]+)$/, modelPage],
  [/^\/about$/, aboutPage]
]);
