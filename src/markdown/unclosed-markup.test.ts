import { markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { findUnclosed, type RawHtml, readRawHtml } from './unclosed-markup.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly position: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  readonly children?: readonly Node[];
}

function find(source: string): string[] {
  const pieces: RawHtml[] = [];
  const visit = ({ type, value, position: { start, end }, children = [] }: Node): void => {
    if (type === 'html') pieces.push(readRawHtml(start.offset, source.slice(start.offset, end.offset), value!));
    children.forEach(visit);
  };
  visit(markdownToMdast(source, {}) as unknown as Node);
  return findUnclosed(pieces).map(
    ({ start, end, what, lost }) => `${start} ${what} ${source.slice(start, end).split('\n')[0]}${lost ? ' !' : ''}`,
  );
}

describe('text is lost by', () => {
  it.each([
    ['a\n\n<!-- forgot\n\nb', '3 comment <!-- forgot !'],
    ['a\n\n<!-- forgot\n\nb <!-- c -->\n\nd', '3 comment <!-- forgot !'],
    ['- x\n- <!-- forgot\n\n  y\n- z\n\nend', '6 comment <!-- forgot !'],
    ['<!-- a --!>\n\nb', '0 comment <!-- a --!> !'],
    ['<div><!-- x</div>\n\nb\n\n</div>', '5 comment <!-- x</div> !'],
    ['<!-- a <!-- b -->\n\nc', '0 comment <!-- a <!-- b --> !'],
    ['<?php x\n\nb', '0 instruction <?php x !'],
    ['<![CDATA[ x\n\n b > c', '0 section <![CDATA[ x !'],
    ['<!DOCTYPE x\n\nb', '0 declaration <!DOCTYPE x !'],
    ['<div class="x\n\nA "b" > c', '0 tag <div class="x !'],
    ['<div class="a>b</div>\n<p class="c">d', '0 tag <div class="a>b</div> !'],
    ['<details class="x\n\nA "b" > c\n\n</details>', '0 tag <details class="x !'],
    ['</div\n\nb > c', '0 tag </div !'],
    ['a <textarea> b\n\n<b>c', '2 element <textarea> !'],
    ['<script>\n\nx <b>', '0 element <script> !'],
    ['<video src="/a.mp4">\n\nx', '0 element <video src="/a.mp4"> !'],
    ['<template>\n\nx', '0 element <template> !'],
    ['> <audio\n> src="/a.mp3">\n\nx', '2 element <audio !'],
  ])('%j', (source, expected) => expect(find(source).filter((one) => one.endsWith('!'))).toEqual([expected]));
});

// https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
describe('what runs on to the end', () => {
  it.each([
    ['<details><summary>A</summary>\n\nText\n\n## H', '0 element <details>'],
    ['<table><tr><td>\n\nText', '0 element <table>'],
    ['<ul><li>\n\nText', '0 element <ul>'],
    ['<section>\n\nText', '0 element <section>'],
    ['<div>\n\n<div>\n\nText\n\n</div>', '0 element <div>'],
    ['<details><summary>A\n\nText\n\n</details>', '9 element <summary>'],
    ['a\n\n<li>Two\n\nText\n\n<li>Three', '3 element <li>'],
    ['<pre>\n\nText', '0 element <pre>'],
    ['<my-box>\n\nText', '0 element <my-box>'],
    ['<svg viewBox="0 0 1 1"><path d="M0 0">\n\nText', '0 element <svg viewBox="0 0 1 1">'],
    ['Text\n\n</section>', '6 end tag </section>'],
    ['<a href=x/>y', '0 element <a href=x/>'],
  ])('%j', (source, expected) => expect(find(source)).toEqual([expected]));
});

it.each([
  '<ul><li>One<li>Two</ul>\n\n<dl><dt>A<dd>B</dl>',
  '<table><thead><tr><th>A<tbody><tr><td>1<td>2</table>',
  '<div><p>One<p>Two</div>\n\n<p>Three\n\n## H',
  '<select><option>a<option>b</select> <ruby>漢<rp>(<rt>kan<rp>)</ruby>',
  '<b><i>a</b></i> <div><section>a</div></section>',
  '<a name="two"/> <br> <hr/> <img src="a.png"> <input disabled>',
  '<p title=don\'t>a</p> <p title="a < b">c</p>',
  '<!-- a <b> --> <!--> <!---> <!--[if !mso]><!--> x <!--<![endif]-->',
  '<?php echo 1 ?> <!DOCTYPE html> <html><body>x',
  '<script>if (a < b) "<div>"</script>\n\n<textarea><b></textarea> <title></b></title>',
  '<svg><path d="M0 0"><g><path d="M0 0"></g></svg>',
  '> <div\n> class="a">\n> x\n> </div>',
  'List<String> and <o:p>',
])('nothing is wrong with %j', (source) => expect(find(source)).toEqual([]));
