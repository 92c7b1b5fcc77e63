/** One sample moved along one generator of a report, for whoever shows it. */
@NullMarked
package org.liegg.app.orbit;

import org.jspecify.annotations.NullMarked;
