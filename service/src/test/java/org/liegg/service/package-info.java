/** The service as those meet it who ask it: started here, and asked over HTTP. */
@NullMarked
package org.liegg.service;

import org.jspecify.annotations.NullMarked;
