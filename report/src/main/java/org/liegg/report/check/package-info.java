/** What checks were asked and what came of them, and that as JUnit XML. */
@NullMarked
package org.liegg.report.check;

import org.jspecify.annotations.NullMarked;
