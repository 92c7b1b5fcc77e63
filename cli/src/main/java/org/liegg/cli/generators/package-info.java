/** The command that writes generators to be read, or to be kept in a file. */
@NullMarked
package org.liegg.cli.generators;

import org.jspecify.annotations.NullMarked;
