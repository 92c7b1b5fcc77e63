/** Reports as cells of a notebook show them. */
@NullMarked
package org.liegg.report.notebook;

import org.jspecify.annotations.NullMarked;
