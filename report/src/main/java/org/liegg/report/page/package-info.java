/** What pages are made of: sections, words and their meaning, style and script. */
@NullMarked
package org.liegg.report.page;

import org.jspecify.annotations.NullMarked;
