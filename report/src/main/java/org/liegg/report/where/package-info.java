/** Where a group is broken, in words and tables. */
@NullMarked
package org.liegg.report.where;

import org.jspecify.annotations.NullMarked;
