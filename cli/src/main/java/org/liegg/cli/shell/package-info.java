/** Java by the line: {@code liegg shell}, with the library at hand. */
@NullMarked
package org.liegg.cli.shell;

import org.jspecify.annotations.NullMarked;
