package org.liegg.report;

import java.util.List;

/**
 * A table of a page, folded away under its caption unless it is open.
 *
 * @param caption what it holds
 * @param header names of the columns
 * @param rows a row each, as many cells as the header has
 * @param open whether it is shown at once
 */
record HtmlTable(String caption, List<String> header, List<List<String>> rows, boolean open) {}
