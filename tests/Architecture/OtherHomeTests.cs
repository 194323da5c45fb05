using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture;

/// <summary>The Orchard Core home, which the default build cannot compile for want of Orchard Core's packages, agrees with this house all the same: what it takes of ours is there, and it implements our ports whole.</summary>
/// <remarks>
/// The compiler is asked with the house's assemblies and without Orchard Core's. What it does not know then is Orchard Core's and listed in <c>OrchardCoreNames.txt</c>;
/// everything else it finds is a fault: a port that has a member more, a type that moved, a call with other arguments. Whoever takes something new of Orchard Core adds its name there.
/// </remarks>
public sealed partial class OtherHomeTests
{
    private const string Home = "Gongkai.OrchardCore";

    /// <summary>Names that the compiler cannot know: a type, a namespace, a member, or what a class overrides of a base that is not there.</summary>
    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal) { "CS0103", "CS0115", "CS0117", "CS0234", "CS0246", "CS0400", "CS1061" };

    /// <summary>What follows where a type is not known: an attribute that is none, a target, a constraint or a type that cannot be found out.</summary>
    private static readonly HashSet<string> Following = new(StringComparer.Ordinal) { "CS0023", "CS0311", "CS0616", "CS8130", "CS9176" };

    [Fact]
    public void What_it_takes_of_ours_is_there_and_our_ports_are_implemented_whole()
    {
        var compilation = Compile();
        var foreign = new SortedSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var diagnostic in compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            if (Unknown.Contains(diagnostic.Id) && !IsAskedOfOurs(diagnostic, compilation))
                foreign.Add(NameAt(diagnostic));
            else if (!Following.Contains(diagnostic.Id))
                faults.Add(diagnostic.ToString());
        }

        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OrchardCoreNames.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(foreign.SetEquals(known), $"Neither ours nor listed: {string.Join(' ', foreign.Except(known))}\nListed and not taken: {string.Join(' ', known.Except(foreign))}");
    }

    /// <summary>Layouts and their scripts look for the API's helps below <c>/api</c> unless a setting says where; that home has the API elsewhere.</summary>
    [Fact]
    public void What_templates_look_for_below_api_is_led_to_where_that_home_has_it()
    {
        var startup = File.ReadAllText(Path.Combine(House.Root, "src", Home, "ModuleStartups.cs"));
        var sought = ((string[])["src", "themes"]).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.liquid", SearchOption.AllDirectories))
            .SelectMany(path => BelowApi().Matches(File.ReadAllText(path)).Select(match => match.Groups["rest"].Value)).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("/suggestions", sought);
        Assert.DoesNotContain(sought, rest => !startup.Contains($"\"{rest}\"", StringComparison.Ordinal));
    }

    private static CSharpCompilation Compile()
    {
        var folder = Path.Combine(House.Root, "src", Home);
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(path => !Path.GetRelativePath(folder, path).Split('/', '\\').Any(part => part is "obj" or "bin"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path));
        var usings = string.Concat(((string[])["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"]).Select(name => $"global using {name};\n"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(Home, [CSharpSyntaxTree.ParseText(usings, options), .. sources], references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Whether a member is missed on a type of this house, where it is nobody's but ours.</summary>
    private static bool IsAskedOfOurs(Diagnostic diagnostic, CSharpCompilation compilation)
    {
        var tree = diagnostic.Location.SourceTree!;
        return diagnostic.Id is "CS1061" or "CS0117"
            && tree.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault() is { } access
            && compilation.GetSemanticModel(tree).GetTypeInfo(access.Expression).Type is { TypeKind: not TypeKind.Error, ContainingAssembly.Name: var assembly }
            && assembly != Home && assembly.StartsWith("Gongkai.", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"ApiPath \| default: '~/api' \| append: '(?<rest>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BelowApi();

    private static string NameAt(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).Split('<')[0];
}
