/**
 * The {@code liegg} command (picocli) over the façade {@link org.liegg.app.Liegg}: options,
 * progress, exit codes and what is printed where. Results go to standard output, everything else to
 * standard error. No mathematics and no file format lives here.
 */
@NullMarked
package org.liegg.cli;

import org.jspecify.annotations.NullMarked;
