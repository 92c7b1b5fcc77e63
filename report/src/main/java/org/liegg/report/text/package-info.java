/** How numbers are written for people, wherever they stand. */
@NullMarked
package org.liegg.report.text;

import org.jspecify.annotations.NullMarked;
