package org.liegg.data.text;

import java.util.List;

/**
 * One row of a .csv file as text.
 *
 * @param line the line that it begins in, counting from 1
 * @param cells its cells
 */
public record CsvRow(long line, List<String> cells) {}
