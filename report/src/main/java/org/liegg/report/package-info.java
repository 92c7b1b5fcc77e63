/**
 * A {@link org.liegg.api.report.SymmetryReport} for readers outside the program: {@link
 * org.liegg.report.ReportJson} for machines, with its schema in {@code liegg-report-1.schema.json}
 * beside it, {@link org.liegg.report.ReportText} for people at a terminal, and {@link
 * org.liegg.report.ReportFiles} to get either onto disk whole or not at all. Nothing is computed or
 * decided here; what a report says was settled before it came.
 */
@NullMarked
package org.liegg.report;

import org.jspecify.annotations.NullMarked;
