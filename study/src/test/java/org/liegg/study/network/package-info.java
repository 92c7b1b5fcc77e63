/** Training of dense networks. */
@NullMarked
package org.liegg.study.network;

import org.jspecify.annotations.NullMarked;
