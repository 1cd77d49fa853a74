#!/usr/bin/env python3
"""What converters make of the labelled documents: the share of their numbered paragraphs that are exactly right.

usage: peers.py FOLDER

FOLDER holds the labelled documents, with score.py in the folder above it. A block is the text between blank lines, one
line in LibreOffice's. It is right where it is the number, the first and the last words of a paragraph and nothing
around them; letters alone are compared. A converter that is not installed is left out.
"""
import csv, glob, importlib.util, json, os, re, shutil, subprocess, sys, tempfile

PEERS = {  # by format: name, command with {} for the document
    'pdf': [('pdftotext', 'pdftotext {} -'), ('pdftotext -layout', 'pdftotext -layout {} -'), ('mutool', 'mutool draw -q -F txt {}')],
    'docx': [('pandoc', 'pandoc -t plain --wrap=none {}'), ('LibreOffice', 'soffice')],
    'odt': [('pandoc', 'pandoc -t plain --wrap=none {}'), ('LibreOffice', 'soffice')],
    'rtf': [('pandoc', 'pandoc -t plain --wrap=none {}'), ('LibreOffice', 'soffice')],
    'html': [('pandoc', 'pandoc -t plain --wrap=none {}'), ('LibreOffice', 'soffice')],
    'doc': [('antiword', 'antiword -w 0 {}'), ('LibreOffice', 'soffice')],
    'txt': [('blank lines', 'cat {}')],
}

def load(path):
    spec = importlib.util.spec_from_file_location('score', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

def blocks(command, path):
    """The blocks a converter makes of a document; None where it is not installed."""
    if not shutil.which(command.split()[0]):
        return None
    if command == 'soffice':
        with tempfile.TemporaryDirectory() as out:
            subprocess.run(['soffice', '-env:UserInstallation=file://%s/profile' % out, '--headless', '--convert-to', 'txt:Text (encoded):UTF8',
                            '--outdir', out, path], capture_output=True, timeout=180)
            made = glob.glob(out + '/*.txt')
            return open(made[0], encoding='utf8', errors='replace').read().splitlines() if made else []
    run = subprocess.run([path if word == '{}' else word for word in command.split()], capture_output=True, timeout=180)
    return re.split(r'\n[ \t]*\n|\f', run.stdout.decode('utf8', 'replace'))

def exact(score, truth, made):
    """How many paragraphs have a block of their own, number and all."""
    found = [(score.alnum(b), score.letters(b)) for b in made]
    right = 0
    for p in truth['paragraphs']:
        number, first, last = score.alnum(str(p['number'])), score.letters(p['first_words']), score.letters(p['last_words'])
        numbers = {number, score.alnum(str(p.get('number_as_written', number)))}
        right += any(a.startswith(tuple(numbers)) and t[:len(first) + 8].find(first) >= 0 and t.endswith(last) for a, t in found)
    return right

def main(folder):
    score = load(os.path.join(folder, '..', 'score.py'))
    sums = {}
    for row in csv.DictReader(open(os.path.join(folder, 'INDEX.tsv'), encoding='utf8'), delimiter='\t', quoting=csv.QUOTE_NONE):
        labels, path = os.path.join(folder, 'truth', row['id'] + '.json'), os.path.join(folder, row['file'])
        if not os.path.exists(labels) or not os.path.exists(path):
            continue
        truth = json.load(open(labels, encoding='utf8'))
        for name, command in PEERS.get(row['format'], []):
            made = blocks(command, path)
            if made is not None:
                right, of = sums.get((row['format'], name), (0, 0))
                sums[row['format'], name] = right + exact(score, truth, made), of + len(truth['paragraphs'])
    for (form, name), (right, of) in sorted(sums.items()):
        print('%-5s %-18s %3d of %3d exact  %3.0f%%' % (form, name, right, of, 100 * right / of if of else 0))

if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
