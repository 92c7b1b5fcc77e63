/**
 * The façade: {@link org.liegg.app.Liegg} does from Java what the command does from a terminal, and
 * says the same. Behind it stands the composition root, {@link org.liegg.app.Wiring}, which puts
 * engines, actions, decompositions, data readers and the pipeline together. Nothing here prints.
 */
@NullMarked
package org.liegg.app;

import org.jspecify.annotations.NullMarked;
