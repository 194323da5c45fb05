using System.Xml.Linq;

namespace Architecture;

/// <summary>What the project files allow, whether or not a type makes use of it yet.</summary>
public sealed class ProjectFileTests
{
    public static TheoryData<string> Projects => [.. House.Projects];

    [Fact]
    public void Every_project_has_its_place_in_the_house() =>
        Assert.Equal(House.Projects.Concat(House.OrchardCoreProjects).Order(), Directory.GetDirectories(Path.Combine(House.Root, "src")).Select(folder => Path.GetFileName(folder)!).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_projects_below_it(string project)
    {
        var forbidden = House.ProjectFile(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Where(other => !House.MayUse(project, other));

        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_other_home_takes_modules_and_search_and_stays_outside_the_solution()
    {
        string[] forbidden = ["OrchardSite", "Gongkai.Theming", "Gongkai.Storage", "Gongkai.Recipes", "Gongkai.Markup", "Gongkai.Documents"];
        var solution = File.ReadAllText(Path.Combine(House.Root, "OrchardSite.sln"));

        Assert.DoesNotContain("OrchardCore", solution, StringComparison.Ordinal);
        foreach (var project in House.OrchardCoreProjects)
        {
            var references = House.ProjectFile(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            Assert.Empty(references.Intersect(forbidden));
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_no_library_that_belongs_to_another(string project)
    {
        var forbidden = House.ProjectFile(project).Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Where(package => House.BelongsToAnother(package, project));

        Assert.Empty(forbidden);
    }

    /// <summary>What the modules need of a home shows there: it stands for every home that is not OrchardSite.</summary>
    [Fact]
    public void The_fake_home_of_the_tests_uses_nothing_of_OrchardSite()
    {
        var referenced = XDocument.Load(Path.Combine(House.Root, "tests", "FakeHome", "FakeHome.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(((string[])["Gongkai.Content", "Gongkai.Web", "Gongkai.Search", "Gongkai.Markup", .. House.Modules.Except(House.ModulesOfOurHome)]).Order(), referenced.Order());
    }

    [Fact]
    public void Every_test_project_belongs_to_a_project_of_the_house()
    {
        var tests = Directory.GetDirectories(Path.Combine(House.Root, "tests")).Select(folder => Path.GetFileName(folder)!).Except(["Architecture", "EndToEnd", "FakeHome", "Support"]);

        Assert.Equal(House.Projects.Select(project => project + ".Tests").Order(), tests.Order());
    }
}
