/** What {@code liegg export} says and writes. */
@NullMarked
package org.liegg.cli.export;

import org.jspecify.annotations.NullMarked;
