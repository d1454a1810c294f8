;; Dot products of one int8 vector with many: see src/meaning/dot-products.ts. Assembled with wabt (wat2wasm dot-products.wat).
(module
  (import "vectors" "memory" (memory 1))
  ;; dot(query, vectors, count, bytes, out): count products of the query with vectors of bytes (a multiple of 16) int8 values
  (func (export "dot") (param $query i32) (param $at i32) (param $count i32) (param $bytes i32) (param $out i32)
    (local $i i32) (local $sum v128) (local $a v128) (local $b v128)
    (block $end
      (loop $rows
        (br_if $end (i32.eqz (local.get $count)))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $i (i32.const 0))
        (loop $lanes
          (local.set $a (v128.load (i32.add (local.get $query) (local.get $i))))
          (local.set $b (v128.load (i32.add (local.get $at) (local.get $i))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (i16x8.extend_low_i8x16_s (local.get $b)))
              (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (i16x8.extend_high_i8x16_s (local.get $b))))))
          (br_if $lanes (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes))))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $at (i32.add (local.get $at) (local.get $bytes)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows)))))
