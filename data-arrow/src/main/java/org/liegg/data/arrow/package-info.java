/**
 * Arrow files (Feather version 2 among them) and streams, and folders of them, as tables of
 * samples. The classes of the format's metadata are Arrow's own; the buffers of numbers are read
 * here, from the file and a window at a time, so that nothing of Arrow's memory is needed, nor a
 * package of Java to be opened for it.
 */
@NullMarked
package org.liegg.data.arrow;

import org.jspecify.annotations.NullMarked;
