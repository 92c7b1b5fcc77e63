/** Tests of the training listener. */
@NullMarked
package org.liegg.training.dl4j;

import org.jspecify.annotations.NullMarked;
