// SPDX-License-Identifier: Apache-2.0
#error "a public header of gongkai includes a library that its users need not have"
