/** A plug-in's classes, for {@link org.liegg.tck.ContractRun} to find by scanning. */
@NullMarked
package org.liegg.tck.scanned;

import org.jspecify.annotations.NullMarked;
