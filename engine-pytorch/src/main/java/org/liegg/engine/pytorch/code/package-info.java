/**
 * The program of a TorchScript model as text: which operations it names, what it is given, and how
 * it reads in another precision. Nothing here runs it.
 */
@NullMarked
package org.liegg.engine.pytorch.code;

import org.jspecify.annotations.NullMarked;
