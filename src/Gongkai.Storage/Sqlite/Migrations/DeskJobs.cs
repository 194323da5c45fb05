using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>Work on many items that goes on when its page is closed.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261125200200_DeskJobs")]
internal sealed class DeskJobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "DeskJobs",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Owner = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                CreatedUtc = table.Column<DateTime>(nullable: false),
                UpdatedUtc = table.Column<DateTime>(nullable: false),
                IsDone = table.Column<bool>(nullable: false),
                Json = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_DeskJobs", x => x.Id));

        migrationBuilder.CreateIndex(
            name: "IX_DeskJobs_Owner_Kind_CreatedUtc",
            table: "DeskJobs",
            columns: ["Owner", "Kind", "CreatedUtc"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "DeskJobs");
}
