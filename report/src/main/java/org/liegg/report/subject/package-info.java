/** What a report speaks of, where that is not a model. */
@NullMarked
package org.liegg.report.subject;

import org.jspecify.annotations.NullMarked;
