/**
 * What came out of a study: findings of cells and their correlations, the log of finished cells,
 * and the JSON and tables that show them. It knows the spec, and neither tasks nor runs.
 */
@NullMarked
package org.liegg.study.result;

import org.jspecify.annotations.NullMarked;
