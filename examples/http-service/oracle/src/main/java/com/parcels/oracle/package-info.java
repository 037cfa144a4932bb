/** Calls the parcel desk and its replacement directly, and counts where they agree. */
@NullMarked
package com.parcels.oracle;

import org.jspecify.annotations.NullMarked;
