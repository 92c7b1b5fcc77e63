/**
 * Where the command writes: its two streams, what is lost on them, how much is said, and progress.
 * What is written is decided elsewhere.
 */
@NullMarked
package org.liegg.cli.terminal;

import org.jspecify.annotations.NullMarked;
