// Compiled to the class files beside this, which KotlinTest weaves, by kotlinc 2.2.20:
// kotlinc -no-stdlib -no-reflect -jvm-target 1.8 -jvm-default disable
//   -XXLanguage:-EnumEntries -Xno-param-assertions -Xno-call-assertions -d . Tariffs.kt
package com.acme.kt

interface Tariff<T> {
  fun price(of: T): Int

  /** A body in an interface: a static method of Tariff.DefaultImpls, and a method of each class. */
  fun twice(of: T): Int = 2 * price(of)
}

open class Flat(private val each: Int) : Tariff<String> {
  override fun price(of: String): Int = of.length * each
}

class Raised(each: Int) : Flat(each) {
  override fun price(of: String): Int = super.price(of) + 1

  override fun twice(of: String): Int = super.twice(of) + 100
}

object Free : Tariff<String> {
  override fun price(of: String): Int = 0
}

enum class Fixed(private val cents: Int) : Tariff<String> {
  LOW(1) {
    override fun price(of: String): Int = super.price(of) + 10
  },
  HIGH(5);

  override fun price(of: String): Int = cents
}

/** Delegates all of the interface's methods: a decorator that the compiler writes. */
class Logged(private val inner: Tariff<String>) : Tariff<String> by inner

data class Prices(val net: Int, val gross: Int) : Tariff<String> {
  override fun price(of: String): Int = gross
}

@JvmInline value class Sku(val text: String)

class Catalog {
  fun find(sku: Sku, amount: Int = 1): Int = sku.text.length * amount

  internal fun hidden(sku: String): Int = sku.length

  companion object {
    @JvmStatic fun open(name: String): Int = name.length
  }
}

fun topLevel(text: String): Int = text.length

fun String.extended(): Int = this.length

class Calls {
  fun findDefault(): Int = Catalog().find(Sku("abc"))

  fun hide(): Int = Catalog().hidden("abc")

  fun anonymous(): Int = object : Tariff<String> {
    override fun price(of: String): Int = 7
  }.price("x")
}
