/** How networks of images are read. */
@NullMarked
package org.liegg.engine.dl4j.image;

import org.jspecify.annotations.NullMarked;
