/**
 * Actions made of other actions: copies, direct sums, tensors, and the equivariances, which pair an
 * action on inputs with one on outputs; and what group such an action is a representation of.
 */
@NullMarked
package org.liegg.groups.compose;

import org.jspecify.annotations.NullMarked;
